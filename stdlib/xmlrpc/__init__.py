"""Calls over HTTP, as XML (library reference, "xmlrpc"): xmlrpc.client and xmlrpc.server."""
