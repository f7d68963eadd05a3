package com.acme.shipping;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hears from the carrier; open to the internet, since carriers cannot sign in. */
@RestController
public class CarrierWebhookController {

    private final CarrierSignatures signatures;
    private final ShipmentService shipments;
    private final ObjectMapper json;

    public CarrierWebhookController(CarrierSignatures signatures, ShipmentService shipments, ObjectMapper json) {
        this.signatures = signatures;
        this.shipments = shipments;
        this.json = json;
    }

    @PostMapping("/hooks/carrier")
    public ResponseEntity<Void> receive(
            @RequestBody byte[] body, @RequestHeader("X-Carrier-Signature") String signature) throws IOException {
        if (!signatures.matches(body, signature)) {
            return ResponseEntity.status(401).build();
        }
        shipments.apply(json.readValue(body, CarrierEvent.class));
        return ResponseEntity.noContent().build();
    }
}
