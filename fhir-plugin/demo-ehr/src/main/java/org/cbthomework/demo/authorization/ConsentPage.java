package org.cbthomework.demo.authorization;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a person is told what an app asks for, chooses what of it to allow, and of which patient. */
@Controller
class ConsentPage {

    private final Authorizations authorizations;
    private final Clients clients;
    private final Users users;
    private final Charts charts;

    ConsentPage(Authorizations authorizations, Clients clients, Users users, Charts charts) {
        this.authorizations = authorizations;
        this.clients = clients;
        this.users = users;
        this.charts = charts;
    }

    /** Goes by what was kept of the request, and by nothing in the address but its state. */
    @GetMapping("/consent")
    String show(@RequestParam String state, Principal signedIn, Model model) {
        OAuth2Authorization pending = authorizations.findByToken(state, Authorizations.STATE);
        RegisteredClient client = pending == null ? null : clients.findById(pending.getRegisteredClientId());
        if (pending == null || client == null || !pending.getPrincipalName().equals(signedIn.getName())) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Set<String> scopes = asked(pending);
        @Nullable String patient = ContextInResponse.of(pending).patient().orElse(null);
        boolean isChosen = patient == null && ScopePolicy.needPatient(scopes);
        List<Chart> open = isChosen || patient != null ? charts.openTo(users.person(signedIn.getName())) : List.of();
        model.addAttribute("state", state);
        model.addAttribute("client", client);
        model.addAttribute("person", users.person(signedIn.getName()));
        model.addAttribute("wishes", Wish.of(scopes));
        model.addAttribute("isChosen", isChosen);
        model.addAttribute(
                "charts",
                isChosen
                        ? open
                        : open.stream()
                                .filter(chart -> chart.patient().equals(patient))
                                .toList());
        return "consent";
    }

    private static Set<String> asked(OAuth2Authorization pending) {
        OAuth2AuthorizationRequest request = pending.getAttribute(OAuth2AuthorizationRequest.class.getName());
        return request == null ? Set.of() : request.getScopes();
    }
}
