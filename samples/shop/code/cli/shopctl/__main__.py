"""shopctl: stock and prices on the command line."""
import argparse
import sys

import requests

from . import auth, config


def main():
    parser = argparse.ArgumentParser(prog="shopctl")
    parser.add_argument("command", choices=["stock", "price", "logout"])
    parser.add_argument("article", nargs="?")
    args = parser.parse_args()
    if args.command == "logout":
        auth.SESSION_FILE.unlink(missing_ok=True)
        return 0
    try:
        token = auth.access_token()
    except auth.SignInError as error:
        print(f"shopctl: sign-in failed: {error}", file=sys.stderr)
        return 1
    reply = requests.get(f"{config.API}/{args.command}/{args.article}",
                         headers={"Authorization": f"Bearer {token}"}, timeout=10)
    print(reply.text)
    return 0 if reply.ok else 1


if __name__ == "__main__":
    sys.exit(main())
