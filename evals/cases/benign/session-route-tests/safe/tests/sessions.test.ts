import request from "supertest";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createApp } from "../src/app";
import { memoryStores, type Stores } from "../src/stores/memory";
import { PASSWORD, person } from "./factory";

describe("sessions", () => {
  let stores: Stores;
  let app: ReturnType<typeof createApp>;

  beforeEach(() => {
    stores = memoryStores();
    app = createApp(stores, { sessionKey: "k".repeat(64), baseUrl: "http://localhost:3000" });
  });

  afterEach(() => stores.clear());

  it("opens a session for the right password", async () => {
    const grace = await stores.people.add(person());
    const response = await request(app).post("/sessions").send({ email: grace.email, password: PASSWORD });
    expect(response.status).toBe(201);
    expect(response.headers["set-cookie"]?.[0]).toMatch(/HttpOnly; Secure; SameSite=Strict/);
  });

  it.each(["wrong", "", "' OR 1=1 --", { $ne: null }, ["a"]])("refuses %j", async (password) => {
    const grace = await stores.people.add(person());
    const response = await request(app).post("/sessions").send({ email: grace.email, password });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers["set-cookie"]).toBeUndefined();
  });

  it("does not know sessions that were made up", async () => {
    const response = await request(app).get("/me").set("Cookie", "session=eyJhbGciOiJub25lIn0.e30.");
    expect(response.status).toBe(401);
  });

  it("keeps members out of the administration", async () => {
    const agent = request.agent(app);
    const grace = await stores.people.add(person({ role: "member" }));
    await agent.post("/sessions").send({ email: grace.email, password: PASSWORD });
    expect((await agent.get("/admin/people")).status).toBe(403);
  });
});
