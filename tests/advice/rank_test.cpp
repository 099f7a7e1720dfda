#include "advice/rank.h"

#include "tests/advice/records.h"
#include "tests/support/catch.h"

using namespace ropc;
using namespace ropc::advice;
using test::knowledge;
using test::Record;

namespace {

Urgency of(const ClientRecord& client, const std::string& effort = "medium") {
  const Evidence evidence = evidence_of(client, knowledge(), {});
  return urgency_of(evidence, infer(evidence, knowledge()), effort, knowledge());
}

}  // namespace

TEST_CASE("what makes a client urgent") {
  const int plain = of(Record("x").used(1, 1, 1).get()).points;
  CHECK(of(Record("x").used(70, 7, 9).get()).points > plain);
  CHECK(of(Record("x").used(700, 70, 9).get()).points > of(Record("x").used(70, 7, 9).get()).points);
  CHECK(of(Record("x").used(1, 1, 1).fact(IdpFact::Kind::client_type, "public").get()).points > plain);
  CHECK(of(Record("x").used(1, 1, 1).refused_as("50076").get()).points > plain);
  CHECK(of(Record("x").used(1, 1, 1).code("a.py", CredentialSource::literal).get()).points > plain);
  CHECK(of(Record("x").used(1, 1, 1).get(), "small").points > plain);
  CHECK(of(Record("x").used(1, 1, 1).get(), "large").points < plain);
  CHECK(of(Record("x", ClientStatus::code_only).get()).points < plain);
}

TEST_CASE("why it stands there is said in words") {
  CHECK(of(Record("x").used(70, 7, 9).get()).reason == "passwords travel today; several people type their password into it");
}

TEST_CASE("ranks go by points, ties by name, and nothing to do has none") {
  std::vector<ClientRecord> clients = {Record("b").get(), Record("a").get(), Record("c").get(), Record("d").get()};
  for (ClientRecord& client : clients) client.recommendation.flow = "device";
  clients[3].recommendation.flow.clear();
  rank(clients, {10, 10, 90, 99});
  CHECK(clients[2].recommendation.rank == 1);
  CHECK(clients[1].recommendation.rank == 2);
  CHECK(clients[0].recommendation.rank == 3);
  CHECK(clients[3].recommendation.rank == 0);
}
