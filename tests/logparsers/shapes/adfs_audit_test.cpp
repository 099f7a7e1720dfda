#include "logparsers/shapes/adfs_audit.h"

#include <string>

#include "tests/support/catch.h"

using namespace ropc::logparsers;

namespace {

struct Taken {
  Fit fit = Fit::no;
  std::string client, grant, user, activity;
  std::size_t bytes = 0;
};

Taken take(std::string_view text) {
  PathSet paths;
  const AdfsAudit shape(paths);
  FieldTable table(paths.slots() + 8);
  TextRecord record{text.substr(0, text.find('\n')), {}, text, nullptr, 0};
  Taken out;
  out.fit = shape.take(record, table);
  out.client = table.text(paths.add("@adfs.OAuthClientId"));
  out.grant = table.text(paths.add("@adfs.OAuthGrant"));
  out.user = table.text(paths.add("@adfs.UserId"));
  out.activity = table.text(paths.add("@adfs.activity"));
  out.bytes = record.taken;
  return out;
}

}  // namespace

TEST_CASE("an AD FS audit is read alone, escaped in a Windows event, and over several lines") {
  const Taken alone = take("<AuditBase><OAuthClientId>till</OAuthClientId><OAuthGrant>password</OAuthGrant></AuditBase>");
  CHECK(alone.fit == Fit::fields);
  CHECK(alone.client == "till");
  CHECK(alone.grant == "password");
  const std::string event =
      "<Event xmlns='x'><System/><EventData><Data>a-1</Data><Data>&lt;AuditBase&gt;\n&lt;OAuthGrant&gt;password&lt;/OAuthGrant&gt;\n"
      "&lt;/AuditBase&gt;</Data></EventData></Event>\n";
  const Taken wrapped = take(event + "next\n");
  CHECK(wrapped.grant == "password");
  CHECK(wrapped.activity == "a-1");
  CHECK(wrapped.bytes == event.size());
}

TEST_CASE("a name that imitates an element is a name") {
  const Taken got = take("<AuditBase><UserId>&lt;OAuthGrant&gt;password</UserId><OAuthGrant>refresh_token</OAuthGrant></AuditBase>");
  CHECK(got.grant == "refresh_token");
  CHECK(got.user == "<OAuthGrant>password");
}

TEST_CASE("an audit without its end is broken, other lines are not AD FS's") {
  CHECK(take("<AuditBase><OAuthGrant>password</OAuthGrant>").fit == Fit::broken);
  CHECK(take("<Event xmlns='x'><System/></Event>").fit == Fit::no);
  CHECK(take("login of <AuditBase><OAuthGrant>password</OAuthGrant></AuditBase>").fit == Fit::no);
}
