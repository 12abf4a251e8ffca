package org.cbthomework.launch.web;

import java.time.Duration;
import org.cbthomework.launch.keys.SigningKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The app's public keys, for EHRs that register it by their address. */
@RestController
class JwksPage {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SigningKeys keys;

    JwksPage(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/jwks.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .contentType(MediaType.APPLICATION_JSON)
                .body(keys.published().toString());
    }
}
