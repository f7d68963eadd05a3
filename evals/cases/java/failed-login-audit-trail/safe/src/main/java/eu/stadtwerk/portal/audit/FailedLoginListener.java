package eu.stadtwerk.portal.audit;

import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Failed sign-ins, one per line, as the monitoring reads them from audit.log. */
@Component
class FailedLoginListener {

    private static final Logger AUDIT = LoggerFactory.getLogger("audit");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\p{Graph} ]", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int MAX_NAME = 80;

    @EventListener
    void onFailure(AbstractAuthenticationFailureEvent event) {
        String user = oneLine(event.getAuthentication().getName());
        String address = addressOf(event.getAuthentication().getDetails());
        String reason = event.getException().getClass().getSimpleName();
        AUDIT.info("signin failed user={} ip={} reason={}", user, address, reason);
    }

    private static String oneLine(String name) {
        String clean = NOT_PRINTABLE.matcher(name).replaceAll("?");
        return clean.length() > MAX_NAME ? clean.substring(0, MAX_NAME) : clean;
    }

    private static String addressOf(Object details) {
        return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "-";
    }
}
