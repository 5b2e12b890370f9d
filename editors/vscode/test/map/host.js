// What VS Code gives a page: a state that outlives it, and somebody who listens.

Object.assign(globalThis, {
  said: [],

  tell(message) {
    window.postMessage(message, "*");
  },

  acquireVsCodeApi() {
    return {
      postMessage: (message) => globalThis.said.push(structuredClone(message)),
      getState: () => JSON.parse(sessionStorage.getItem("state") ?? "null") ?? undefined,
      setState: (state) => sessionStorage.setItem("state", JSON.stringify(state)),
    };
  },
});
