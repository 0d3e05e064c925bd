// The control of relay_symbols.py: a program that imports a symbol which the relay must not have.
#include <sodium.h>

int main() {
  unsigned char key[crypto_secretbox_KEYBYTES];
  crypto_secretbox_keygen(key);
  return key[0] == key[1] ? 0 : 1;
}
