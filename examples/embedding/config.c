/* A configuration file that can count: it is a script of typed settings, checked before it is evaluated into a C struct. What it may not do is limited. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <typhon.h>

static const char schema[] = "from dataclasses import dataclass, field\n"
                             "from typing import Literal\n"
                             "\n"
                             "@dataclass(frozen=True, kw_only=True)\n"
                             "class Server:\n"
                             "    host: str\n"
                             "    port: int = 80\n"
                             "    workers: int = 4\n"
                             "    timeout: float = 30.0\n"
                             "    log: Literal['quiet', 'normal', 'loud'] = 'normal'\n"
                             "    routes: dict[str, str] = field(default_factory=dict)\n"
                             "\n"
                             "    def __post_init__(self) -> None:\n"
                             "        if not 0 < self.port < 65536:\n"
                             "            raise ValueError(f'port {self.port}: not between 1 and 65535')\n";

typedef struct Route {
    char from[64], to[64];
} Route;
typedef struct Server {
    char host[64], log[8];
    int64_t port, workers;
    double timeout;
    Route routes[16];
    size_t route_count;
} Server;

static bool get_text(typhon_vm *vm, typhon_value value, char *out, size_t size) {
    const char *text;
    if (typhon_get_str(vm, value, &text, NULL) != TYPHON_OK) return false;
    if (strlen(text) >= size) return typhon_raise(vm, "ValueError", "'%s' is too long", text), false;
    return strcpy(out, text), true;
}

static bool get_routes(typhon_vm *vm, typhon_value routes, Server *out) {
    typhon_value iterator, from, to;
    typhon_status status = typhon_iter(vm, routes, &iterator);
    while (status == TYPHON_OK && (status = typhon_next(vm, iterator, &from)) == TYPHON_OK) {
        Route *route = &out->routes[out->route_count];
        if (out->route_count == sizeof out->routes / sizeof *out->routes) return typhon_raise(vm, "ValueError", "too many routes"), false;
        if (typhon_get_item(vm, routes, from, &to) != TYPHON_OK || !get_text(vm, from, route->from, sizeof route->from) || !get_text(vm, to, route->to, sizeof route->to)) return false;
        out->route_count++;
    }
    return status == TYPHON_END;
}

/* The script's variable `server` as a struct. */
static bool get_server(typhon_vm *vm, typhon_value module, Server *out) {
    typhon_value server, host, port, workers, timeout, log, routes;
    if (typhon_get_attr(vm, module, "server", &server) || typhon_get_attr(vm, server, "host", &host) || typhon_get_attr(vm, server, "port", &port) || typhon_get_attr(vm, server, "workers", &workers) ||
        typhon_get_attr(vm, server, "timeout", &timeout) || typhon_get_attr(vm, server, "log", &log) || typhon_get_attr(vm, server, "routes", &routes))
        return false;
    return get_text(vm, host, out->host, sizeof out->host) && typhon_get_int(vm, port, &out->port) == TYPHON_OK && typhon_get_int(vm, workers, &out->workers) == TYPHON_OK &&
           typhon_get_float(vm, timeout, &out->timeout) == TYPHON_OK && get_text(vm, log, out->log, sizeof out->log) && get_routes(vm, routes, out);
}

/* A VM for each file: nothing is left of it but the struct. */
static bool read_config(const char *path, const char *text, Server *out) {
    const typhon_config config = {.heap_limit = 8 << 20};
    typhon_vm *vm = typhon_open(&config);
    typhon_value module;
    typhon_status status = vm ? typhon_def_text(vm, "settings", schema, TYPHON_NUL_TERMINATED) : TYPHON_ERROR;
    if (status == TYPHON_OK) typhon_set_budget(vm, 1000000);
    if (status == TYPHON_OK) status = typhon_load(vm, "config", path, text, TYPHON_NUL_TERMINATED, &module);
    bool good = status == TYPHON_OK && get_server(vm, module, out);
    if (!good) fputs(vm ? typhon_problem(vm) : "no memory\n", stdout);
    typhon_close(vm);
    return good;
}

int main(void) {
    static const char *const files[][2] = {
        {"good.py", "from settings import Server\n"
                    "CORES = 8\n"
                    "server = Server(\n"
                    "    host='example.org',\n"
                    "    port=8000 + 80,\n"
                    "    workers=2 * CORES,\n"
                    "    timeout=2.5,\n"
                    "    log='quiet',\n"
                    "    routes={f'/{name}': f'/srv/{name}/index.html' for name in ('shop', 'blog')},\n"
                    ")\n"},
        {"typed.py", "from settings import Server\n"
                     "server = Server(host='example.org', port='8080')\n"},
        {"misspelt.py", "from settings import Server\n"
                        "server = Server(host='example.org', worker=3)\n"},
        {"value.py", "from settings import Server\n"
                     "server = Server(host='example.org', port=70000)\n"},
        {"endless.py", "from settings import Server\n"
                       "port = 0\n"
                       "while port < 80:\n"
                       "    port -= 1\n"
                       "server = Server(host='example.org', port=port)\n"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        Server server = {.route_count = 0};
        printf("---- %s\n", files[i][0]);
        if (!read_config(files[i][0], files[i][1], &server)) continue;
        printf("%s:%d, %d workers, %.1f s, %s\n", server.host, (int)server.port, (int)server.workers, server.timeout, server.log);
        for (size_t r = 0; r < server.route_count; r++) printf("  %s -> %s\n", server.routes[r].from, server.routes[r].to);
    }
    return 0;
}
