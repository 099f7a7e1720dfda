#include "idpconfig/csv.h"

namespace ropc::idpconfig {

void CsvReader::read_quoted(std::string& field) {
  ++at_;
  while (at_ < text_.size()) {
    const char c = text_[at_++];
    if (c == '\n') ++line_;
    if (c == '\\' && backslash_ && at_ < text_.size()) {
      field += text_[at_++];
    } else if (c != '"') {
      field += c;
    } else if (at_ < text_.size() && text_[at_] == '"') {
      field += text_[at_++];
    } else {
      return;
    }
  }
  cut_ = true;
}

void CsvReader::read_field(std::vector<std::string>& fields) {
  std::string& field = fields.emplace_back();
  quoted_.push_back(at_ < text_.size() && text_[at_] == '"');
  if (quoted_.back()) read_quoted(field);
  while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') field += text_[at_++];
  if (!quoted_.back() && !field.empty() && field.back() == '\r') field.pop_back();
}

bool CsvReader::next(std::vector<std::string>& fields) {
  fields.clear();
  quoted_.clear();
  while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) line_ += text_[at_++] == '\n' ? 1 : 0;
  if (at_ >= text_.size()) return false;
  row_line_ = line_;
  for (read_field(fields); at_ < text_.size() && text_[at_] == ','; read_field(fields)) ++at_;
  if (!fields.empty() && quoted_.back() && !fields.back().empty() && fields.back().back() == '\r')
    fields.back().pop_back();
  return true;
}

}  // namespace ropc::idpconfig
