#include "logparsers/read.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "logparsers/archive.h"
#include "logparsers/byte_source.h"
#include "logparsers/collector.h"
#include "logparsers/decompress.h"
#include "logparsers/formats.h"
#include "logparsers/framer.h"
#include "logparsers/record_reader.h"

namespace ropc::logparsers {
namespace {

/// A chunk on its way and what is read from it; used again, with the room that it has got.
struct Job {
  explicit Job(std::size_t formats) : batch(formats) {}
  Chunk chunk;
  Batch batch;
  bool taken = false;
  bool done = false;
};

/// Reads chunks on other threads and gives the batches back in the order of the chunks.
class Workers {
 public:
  Workers(unsigned threads, const Formats& formats, const UserDigester* users, int only) : formats_(formats) {
    for (unsigned i = 0; i < threads; ++i)
      threads_.emplace_back([this, users, only] { work(users, only); });
  }
  ~Workers() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    todo_.notify_all();
    for (std::thread& t : threads_) t.join();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  void give(std::unique_ptr<Job> job) {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    todo_.notify_one();
  }
  [[nodiscard]] std::size_t waiting() {
    const std::lock_guard lock(mutex_);
    return jobs_.size();
  }
  /// The oldest job; waits for its batch.
  std::unique_ptr<Job> take() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return jobs_.front()->done; });
    std::unique_ptr<Job> out = std::move(jobs_.front());
    jobs_.pop_front();
    return out;
  }

 private:
  void work(const UserDigester* users, int only) {
    RecordReader reader(formats_, users, only);
    std::unique_lock lock(mutex_);
    while (true) {
      Job* job = nullptr;
      todo_.wait(lock, [&] { return (job = next()) != nullptr || closed_; });
      if (job == nullptr) return;
      job->taken = true;
      lock.unlock();
      read_chunk(job->chunk, reader, job->batch);
      lock.lock();
      job->done = true;
      done_.notify_all();
    }
  }

  Job* next() {
    const auto found = std::find_if(jobs_.begin(), jobs_.end(), [](const auto& j) { return !j->taken; });
    return found == jobs_.end() ? nullptr : found->get();
  }

  const Formats& formats_;
  std::mutex mutex_;
  std::condition_variable todo_, done_;
  std::deque<std::unique_ptr<Job>> jobs_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

/// Drives chunks through this thread alone, or through workers once there are several chunks.
class Pipeline {
 public:
  Pipeline(const ReadOptions& options, int only, Collector& collector)
      : options_(options), only_(only), collector_(collector), reader_(*options.formats, options.users, only) {}

  /// A job whose chunk is to be filled.
  std::unique_ptr<Job> spare() {
    if (spares_.empty()) return std::make_unique<Job>(options_.formats->all().size());
    std::unique_ptr<Job> out = std::move(spares_.back());
    spares_.pop_back();
    return out;
  }

  /// False: go on is pointless.
  bool take(std::unique_ptr<Job> job) {
    if (options_.threads > 1 && chunks_++ > 0 && (workers_ || !collector_.needs_order())) {
      if (!workers_) workers_ = std::make_unique<Workers>(options_.threads, *options_.formats, options_.users, only_);
      workers_->give(std::move(job));
      if (workers_->waiting() > options_.threads + 1) collect(workers_->take());
    } else {
      read_chunk(job->chunk, reader_, job->batch);
      collect(std::move(job));
    }
    return !collector_.hopeless();
  }

  void finish() {
    while (workers_ && workers_->waiting() > 0) collect(workers_->take());
  }

 private:
  void collect(std::unique_ptr<Job> job) {
    collector_.take(job->batch);
    job->batch.clear();
    job->taken = job->done = false;
    spares_.push_back(std::move(job));
  }

  const ReadOptions& options_;
  int only_;
  Collector& collector_;
  RecordReader reader_;
  std::vector<std::unique_ptr<Job>> spares_;
  std::unique_ptr<Workers> workers_;
  std::uint64_t chunks_ = 0;
};

/// One file of an archive.
class MemberSource final : public ByteSource {
 public:
  explicit MemberSource(Archive& from) : from_(from) {}
  Result<std::size_t> read(char* to, std::size_t size) override { return from_.read(to, size); }

 private:
  Archive& from_;
};

/// What one read of a stream came to.
struct Stream {
  const Formats& formats;
  Pipeline& pipeline;
  bool only_lines;     ///< it is the rest of a log whose lines were read
  std::optional<Error> failure;
  bool ended = false;  ///< going on is pointless
  bool bare = false;   ///< nothing is packed

  /// Reads `bytes`; of an archive, each of its files.
  void read(std::unique_ptr<ByteSource> bytes, int depth) {
    constexpr int kDeepest = 4;  ///< archives inside archives
    auto raw = std::make_unique<Peekable>(std::move(bytes));
    bare = depth == 0 && is_bare(raw->peek(4096));
    const std::unique_ptr<Peekable> source = only_lines ? std::move(raw) : peeled(std::move(raw));
    if (const std::string_view words = unread_packing(source->peek(16)); !words.empty() && !only_lines) {
      failure = Error{ErrorCode::syntax, std::string(words), {}};
      return;
    }
    if (depth < kDeepest && !only_lines)
      if (const std::unique_ptr<Archive> archive = archive_of(*source)) {
        files(*archive, depth);
        return;
      }
    Framer framer(*source, formats, only_lines);
    while (!ended) {
      std::unique_ptr<Job> job = pipeline.spare();
      const Result<bool> got = framer.next(job->chunk);
      if (!got) failure = got.error();
      if (!got || !*got) break;
      ended = !pipeline.take(std::move(job));
    }
  }

 private:
  void files(Archive& archive, int depth) {
    bare = false;
    while (!ended) {
      const Result<bool> more = archive.next();
      if (!more) failure = more.error();
      if (!more || !*more) break;
      read(std::make_unique<MemberSource>(archive), depth + 1);
    }
  }
};

ReadSummary read_source(std::unique_ptr<ByteSource> bytes, const std::string& label, int only,
                        const ReadOptions& options, UsageSink& sink) {
  const bool continues = options.before.has_value();
  Collector collector(*options.formats, {label, options.part, options.file, continues}, options.before, sink);
  Pipeline pipeline(options, only, collector);
  Stream stream{*options.formats, pipeline, continues, std::nullopt};
  stream.read(std::move(bytes), 0);
  pipeline.finish();
  return collector.finish(stream.failure, stream.bare && !stream.ended);
}

}  // namespace

Result<ReadSummary> read_input(const std::string& path, const ReadOptions& options, UsageSink& sink) {
  const int only = options.as.empty() ? -1 : options.formats->index_of(options.as);
  if (!options.as.empty() && only < 0) return fail(ErrorCode::usage, "there is no log format \"" + options.as + "\"");
  auto opened = open_path(path, options.before ? options.before->bytes : 0, options.file ? options.file->size : UINT64_MAX);
  if (!opened) return tl::unexpected(opened.error());
  return read_source(std::move(*opened), options.label.empty() ? path : options.label, only, options, sink);
}

ReadSummary read_bytes(std::string_view bytes, const ReadOptions& options, UsageSink& sink) {
  const int only = options.as.empty() ? -1 : options.formats->index_of(options.as);
  return read_source(memory_source(bytes), options.label, only, options, sink);
}

}  // namespace ropc::logparsers
