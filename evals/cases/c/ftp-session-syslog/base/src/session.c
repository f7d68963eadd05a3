#include "session.h"

#include <stdio.h>
#include <strings.h>
#include <unistd.h>

#include "commands.h"

static int reply(const struct session *s, int code, const char *text)
{
	char buf[256];
	int n = snprintf(buf, sizeof(buf), "%d %s\r\n", code, text);

	if (n < 0 || (size_t)n >= sizeof(buf))
		return -1;
	return write(s->fd, buf, (size_t)n) == n ? 0 : -1;
}

/* verb and arg are parts of the line that came from the client, ended by NUL. */
void session_command(struct session *s, const char *verb, const char *arg)
{
	const struct command *c;

	for (c = commands; c->verb != NULL; c++) {
		if (strcasecmp(c->verb, verb) == 0)
			break;
	}
	if (c->verb == NULL) {
		reply(s, 502, "Command not implemented.");
		return;
	}
	if (c->needs_login && !s->signed_in) {
		reply(s, 530, "Please log in.");
		return;
	}
	c->run(s, arg);
}
