#include <QtTest>

#include <set>

#include "core/crypto/signing/hash.h"

namespace test_hash {

using namespace meridian;
using namespace meridian::signing;

class TestHash : public QObject {
  Q_OBJECT

 private slots:
  void aFileIsHashedAsPlainBlake2b();
  void theDomainIsHashedFirstWithItsLength();
  void partsAreHashedAsOneMessage();
  void twoDomainsNeverAgree();
  void aCopiedHasherGoesOnApart();
};

// Vectors computed with Python's hashlib.blake2b(digest_size=32).
void TestHash::aFileIsHashedAsPlainBlake2b() {
  Hasher empty = Hasher::ofFile();
  QCOMPARE(toHex(empty.finish()),
           std::string("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
  Hasher abc = Hasher::ofFile();
  abc.update(asBytes("abc"));
  QCOMPARE(toHex(abc.finish()),
           std::string("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
}

void TestHash::theDomainIsHashedFirstWithItsLength() {
  QCOMPARE(hashAs<ChangeId>(domains::change, {}).hex(),
           std::string("3813cba9eae83c7b640554afe45ddab49ee00db8da143041c47cacdca824d7b7"));
  QCOMPARE(hashAs<ChangeId>(domains::change, {asBytes("abc")}).hex(),
           std::string("64f6abe3a621d37f1f4b496062935059c7879cc56970f82d736d8cad30728bf0"));
}

void TestHash::partsAreHashedAsOneMessage() {
  const auto whole = hashAs<ChangeId>(domains::change, {asBytes("abc")});
  QVERIFY(hashAs<ChangeId>(domains::change, {asBytes("a"), {}, asBytes("bc")}) == whole);
}

void TestHash::twoDomainsNeverAgree() {
  const std::string_view all[] = {domains::change,        domains::signChange, domains::signJoin,
                                  domains::entity,        domains::receipt,    domains::receiptBlobs,
                                  domains::challenge,     domains::hello,      domains::manifest,
                                  domains::brief,         domains::snapshot,   domains::keyId,
                                  domains::keyCombine,    domains::blob,       domains::blobChunk,
                                  domains::kdfVault,      domains::vaultCheck, domains::invitationSign,
                                  domains::invitationBox, domains::digest,     domains::filenameKey};
  std::set<ContentHash> hashes;
  for (const std::string_view domain : all)
    hashes.insert(hashAs<ContentHash>(domain, {asBytes("x")}));
  QCOMPARE(hashes.size(), std::size(all));
}

void TestHash::aCopiedHasherGoesOnApart() {
  Hasher first(domains::brief);
  first.update(asBytes("common"));
  Hasher second = first;
  first.update(asBytes(" one"));
  second.update(asBytes(" two"));
  QVERIFY(first.finish() == hashAs<ContentHash>(domains::brief, {asBytes("common one")}).bytes);
  QVERIFY(second.finish() == hashAs<ContentHash>(domains::brief, {asBytes("common two")}).bytes);
}

QTEST_APPLESS_MAIN(TestHash)

} // namespace test_hash
#include "test_hash.moc"
