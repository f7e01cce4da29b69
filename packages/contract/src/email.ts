/** An e-mail address: one only, and none that would have to be quoted. */
export const emailPattern = /^[^\s,;:<>@"]+@[\w.-]+\.\w+$/;
