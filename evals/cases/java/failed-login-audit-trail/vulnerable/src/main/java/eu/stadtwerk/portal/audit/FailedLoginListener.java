package eu.stadtwerk.portal.audit;

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

    @EventListener
    void onFailure(AbstractAuthenticationFailureEvent event) {
        String user = event.getAuthentication().getName();
        String address = addressOf(event.getAuthentication().getDetails());
        String reason = event.getException().getClass().getSimpleName();
        AUDIT.info("signin failed user={} ip={} reason={}", user, address, reason);
    }

    private static String addressOf(Object details) {
        return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "-";
    }
}
