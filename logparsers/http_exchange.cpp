#include "logparsers/http_exchange.h"

#include "logparsers/http_form.h"

namespace ropc::logparsers {
namespace {

void fill(int slot, std::string text, FieldTable& out) {
  if (!text.empty()) out.set(slot, {out.own(std::move(text)), FieldTable::Kind::text});
}

}  // namespace

HttpExchange::HttpExchange(PathSet& paths)
    : grant_type_(paths.add("@http.grant_type")),
      client_(paths.add("@http.client")),
      user_(paths.add("@http.user")),
      scope_(paths.add("@http.scope")),
      path_(paths.add("@http.path")),
      leak_(paths.add("@http.leak")),
      body_(paths.add("@http.body")) {}

void HttpExchange::run(const Parts& parts, FieldTable& out) const {
  const RequestTarget target = request_target(parts.request);
  if (!target.path.empty()) out.set(path_, {target.path, FieldTable::Kind::text});
  const std::string_view query = parts.query.empty() ? target.query : parts.query;
  const bool in_body = mentions_grant_type(parts.body);
  if (in_body) out.set(body_, {"yes", FieldTable::Kind::text});
  if (!in_body && !mentions_grant_type(query)) return;
  FormParameters form = form_parameters(in_body ? parts.body : query);
  const FormParameters address = in_body ? form_parameters(query) : form;
  if (address.has_password) out.set(leak_, {"yes", FieldTable::Kind::text});
  if (form.grant_type.empty()) form = address;
  if (form.client_id.empty()) form.client_id = basic_user(parts.authorization).value_or(std::string(parts.remote_user));
  fill(grant_type_, std::move(form.grant_type), out);
  fill(client_, std::move(form.client_id), out);
  fill(user_, std::move(form.username), out);
  fill(scope_, std::move(form.scope), out);
}

}  // namespace ropc::logparsers
