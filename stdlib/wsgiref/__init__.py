"""Web applications and servers that know each other by WSGI only (PEP 3333; library reference, "wsgiref").

util: helpers   headers: a response's headers   handlers: what runs an application   simple_server: a server   validate: a checker between both   types
"""
