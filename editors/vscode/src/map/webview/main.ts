// The page begins here.

import "./map.css";
import "./table.css";

import { App } from "./app.ts";
import { kept, listen, post } from "./host.ts";

const app = new App(document.body, kept());
listen((message) => app.receive(message));
post({ type: "ready" });
