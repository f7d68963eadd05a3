#include "audit.h"

#include <stdarg.h>
#include <stdio.h>
#include <syslog.h>

#define LINE_SIZE 512

void audit_open(void)
{
	openlog("miniftpd", LOG_PID | LOG_NDELAY, LOG_FTP);
}

static void put(int priority, const char *line)
{
	syslog(priority, "%s", line);
}

void audit(const struct session *s, const char *fmt, ...)
{
	char line[LINE_SIZE];
	va_list args;
	int n;

	n = snprintf(line, sizeof(line), "session %u from %s: ", s->id, s->peer);
	if (n < 0 || (size_t)n >= sizeof(line))
		return;
	va_start(args, fmt);
	vsnprintf(line + n, sizeof(line) - (size_t)n, fmt, args);
	va_end(args);
	put(LOG_INFO, line);
}
