/** The cookie of a sign-in. Scripts cannot read it, and other websites cannot send it. */
export const staffCookie = 'mpp_staff';

/** The cookie of a sign-in that has begun. */
export const beginCookie = 'mpp_staff_begin';
