#include "advice/rank.h"

#include <algorithm>

#include "advice/decide.h"

namespace ropc::advice {
namespace {

bool counts(const RankRule& rule, const Evidence& evidence, const Inputs& inputs, const std::string& effort) {
  if (!all_hold(rule.when, inputs)) return false;
  if (!rule.evidence.empty() && !evidence.has(rule.evidence)) return false;
  if (!rule.effort.empty() && rule.effort != effort) return false;
  if (rule.stat.empty()) return true;
  const auto number = evidence.numbers.find(rule.stat);
  return number != evidence.numbers.end() && number->second >= rule.at_least;
}

}  // namespace

Urgency urgency_of(const Evidence& evidence, const Inputs& inputs, const std::string& effort, const Knowledge& knowledge) {
  Urgency out;
  std::string stat;  // of several steps of one number only the first, highest one counts
  for (const RankRule& rule : knowledge.ranking) {
    if ((!rule.stat.empty() && rule.stat == stat) || !counts(rule, evidence, inputs, effort)) continue;
    stat = rule.stat.empty() ? stat : rule.stat;
    out.points += rule.points;
    out.reason += (out.reason.empty() ? "" : "; ") + rule.says;
  }
  return out;
}

void rank(std::vector<ClientRecord>& clients, const std::vector<int>& points) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < clients.size(); ++i) {
    clients[i].recommendation.rank = 0;
    if (!clients[i].recommendation.flow.empty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return points[a] != points[b] ? points[a] > points[b] : clients[a].key < clients[b].key;
  });
  for (std::size_t i = 0; i < order.size(); ++i) clients[order[i]].recommendation.rank = static_cast<std::uint32_t>(i + 1);
}

}  // namespace ropc::advice
