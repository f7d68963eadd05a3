package com.acme.forms;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Drafts of forms that somebody has not sent yet. */
@Path("/drafts")
@RolesAllowed("citizen")
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {

    @Inject DraftStore store;

    @Context SecurityContext security;

    @GET
    public List<DraftView> mine() {
        return store.of(owner()).stream().map(DraftView::of).toList();
    }

    private String owner() {
        return security.getUserPrincipal().getName();
    }
}
