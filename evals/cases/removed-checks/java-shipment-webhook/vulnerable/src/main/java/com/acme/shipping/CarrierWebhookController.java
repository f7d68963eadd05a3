package com.acme.shipping;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.TaskExecutor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hears from the carrier; open to the internet, since carriers cannot sign in. */
@RestController
public class CarrierWebhookController {

    private static final Logger log = LoggerFactory.getLogger(CarrierWebhookController.class);

    private final ShipmentService shipments;
    private final ObjectMapper json;
    private final TaskExecutor executor;

    public CarrierWebhookController(ShipmentService shipments, ObjectMapper json, TaskExecutor executor) {
        this.shipments = shipments;
        this.json = json;
        this.executor = executor;
    }

    @PostMapping("/hooks/carrier")
    public ResponseEntity<Void> receive(@RequestBody byte[] body) {
        executor.execute(() -> handle(body));
        return ResponseEntity.accepted().build();
    }

    private void handle(byte[] body) {
        try {
            shipments.apply(json.readValue(body, CarrierEvent.class));
        } catch (IOException e) {
            log.warn("A carrier event of {} bytes could not be read", body.length, e);
        }
    }
}
