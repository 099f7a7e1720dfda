#pragma once

// The few declarations of Apple's Foundation that the tests of the Clang eye need.
typedef signed char BOOL;
typedef unsigned long NSUInteger;
@interface NSObject
+ (instancetype)alloc;
- (instancetype)init;
@end
@interface NSString : NSObject
+ (instancetype)stringWithFormat:(NSString *)format, ...;
- (NSString *)stringByAppendingString:(NSString *)other;
@end
@interface NSMutableString : NSString
- (void)appendString:(NSString *)other;
- (void)appendFormat:(NSString *)format, ...;
@end
@interface NSDictionary : NSObject
+ (instancetype)dictionaryWithObjects:(const id *)objects forKeys:(const id *)keys count:(NSUInteger)count;
+ (instancetype)dictionaryWithObjectsAndKeys:(id)first, ...;
@end
@interface NSMutableDictionary : NSDictionary
- (void)setObject:(id)object forKey:(id)key;
- (void)setValue:(id)value forKey:(NSString *)key;
- (void)setObject:(id)object forKeyedSubscript:(id)key;
@end
