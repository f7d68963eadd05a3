#ifndef COMMANDS_H
#define COMMANDS_H

#include <stdbool.h>

struct session;

struct command {
	const char *verb;
	bool needs_login;
	void (*run)(struct session *s, const char *arg);
};

extern const struct command commands[];

#endif
