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
                    "INSERT INTO sessions (token, user, cursor, at) VALUES ($1, $2, (SELECT coalesce(max(id), 0) FROM events), $3)",
                    opened.TokenHash, opened.User.Id, opened.At);
                // Whoever comes in has read the lobby: what was said before is not news to them.
                sql.Run(
                    """
                    INSERT INTO members (room, user, joined, read_up_to)
                    SELECT $2, $1, coalesce(max(id), 0), coalesce(max(id), 0) FROM events WHERE true ON CONFLICT DO NOTHING
                    """,
                    opened.User.Id, RoomRecord.Lobby);
                break;
            case CloseSession closed:
                sql.Run("DELETE FROM sessions WHERE token = $1", closed.TokenHash);
                break;
            case SaveSessions saved:
                foreach (var session in saved.Sessions)
                    sql.Run("UPDATE sessions SET cursor = $1, at = $2 WHERE token = $3", session.Cursor, session.SeenAt, session.TokenHash);
                break;
            case ChangeUser { User: var user }:
                AddUser(sql, user);
                if (sql.Run("UPDATE OR IGNORE users SET role = $1, password = $2 WHERE id = $3", user.Role, user.PasswordHash, user.Id) == 0) return new Outcome.Moot();
                break;
            case AddUpload or DropUploads or ForgetDroppedFile:
                return UploadWriter.Write(sql, change);
            case AddInvite invite:
                sql.Run("DELETE FROM invites WHERE expires < $1", invite.At);
                sql.Run("INSERT INTO invites (code, user, expires) VALUES ($1, $2, $3)", invite.CodeHash, invite.By, invite.Expires);
                break;
            case AddBan ban:
                sql.Run("INSERT INTO bans (subject, at) VALUES ($1, $2) ON CONFLICT DO NOTHING", ban.Subject, ban.At);
                break;
            case RemoveBan ban:
                sql.Run("DELETE FROM bans WHERE subject = $1", ban.Subject);
                break;
            case Probe:
                sql.Run("CREATE TABLE probe (bytes); INSERT INTO probe VALUES (zeroblob(65536)); DROP TABLE probe");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(change), change, "nobody writes this");
        }
        return new Outcome.Done();
    }

    // A user is written with the first thing they do, so that those who only listen leave nothing behind.
    public static void AddUser(Statements sql, UserRecord user) =>
        sql.Run(
            "INSERT INTO users (id, name, key, role, password) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
            user.Id, user.Name.Value, user.Name.Key, user.Role, user.PasswordHash);
}
