/** How something that the user did went, in a sentence for a live region of the page. */
export type Notice = { done: string } | { failed: string };

export type Report = (notice: Notice) => void;
