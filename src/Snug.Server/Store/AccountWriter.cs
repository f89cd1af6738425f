namespace Snug.Server.Store;

/// <summary>Users and what lets them in; none of it is an event.</summary>
internal static class AccountWriter
{
    public static Outcome Write(Statements sql, Change change)
    {
        switch (change)
        {
            case OpenSession opened:
                AddUser(sql, opened.User);
                sql.Run(
                    "INSERT INTO sessions (token, user_id, cursor, at) VALUES ($1, $2, (SELECT coalesce(max(id), 0) FROM events), $3)",
                    opened.TokenHash, opened.User.Id, opened.At);
                // Whoever comes in has read the lobby: what was said before is not news to them.
                sql.Run(
                    """
                    INSERT INTO members (room, user_id, joined, read_up_to)
                    SELECT $2, $1, coalesce(max(id), 0), coalesce(max(id), 0) FROM events WHERE true ON CONFLICT DO NOTHING
                    """,
                    opened.User.Id, RoomRecord.Lobby);
                break;
            case CloseSession closed:
                sql.Run("DELETE FROM sessions WHERE token = $1", closed.TokenHash);
                break;
            case SaveSessions saved:
                foreach (var session in saved.Sessions)
                    sql.Run("UPDATE sessions SET cursor = CASE WHEN cursor < $1 THEN $1 ELSE cursor END, at = CASE WHEN at < $2 THEN $2 ELSE at END WHERE token = $3", session.Cursor, session.SeenAt, session.TokenHash);
                break;
            case ChangeUser { User: var user }:
                AddUser(sql, user);
                // The name may be kept by somebody else since.
                var kept = sql.Run(
                    """
                    UPDATE users SET role = $1, password = $2 WHERE id = $3
                        AND ($1 = 'guest' OR NOT EXISTS (SELECT 1 FROM users WHERE key = $4 AND role <> 'guest' AND id <> $3))
                    """,
                    user.Role, user.PasswordHash, user.Id, user.Name.Key);
                if (kept == 0) return new Outcome.Moot();
                break;
            case AddInvite invite:
                sql.Run("DELETE FROM invites WHERE expires < $1", invite.At);
                sql.Run("INSERT INTO invites (code, user_id, expires) VALUES ($1, $2, $3)", invite.CodeHash, invite.By, invite.Expires);
                break;
            case AddBan ban:
                sql.Run("INSERT INTO bans (subject, at) VALUES ($1, $2) ON CONFLICT DO NOTHING", ban.Subject, ban.At);
                break;
            case RemoveBan ban:
                sql.Run("DELETE FROM bans WHERE subject = $1", ban.Subject);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "nobody writes this");
        }
        return new Outcome.Done();
    }

    // A user is written with the first thing they do, so that those who only listen leave nothing behind.
    public static void AddUser(Statements sql, UserRecord user)
    {
        if (!sql.Users.Add(user.Id)) return;
        sql.Run(
            "INSERT INTO users (id, name, key, role, password) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            user.Id, user.Name.Value, user.Name.Key, user.Role, user.PasswordHash);
    }
}
