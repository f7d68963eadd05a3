#ifndef SESSION_H
#define SESSION_H

#include <stdbool.h>

struct session {
	unsigned id;
	int fd;
	bool signed_in;
	char peer[46];
	char user[33];
};

void session_command(struct session *s, const char *verb, const char *arg);

#endif
