using Microsoft.Playwright;

namespace Snug.Web.Tests.Running;

/// <summary>What somebody sits at, and how they have set it. By default a desk, in light colours, in English.</summary>
internal sealed record Device
{
    /// <summary>A telephone held upright, worked by touch.</summary>
    public bool IsPhone { get; init; }

    public bool IsDark { get; init; }

    /// <summary>Whether they have asked for less movement. Animations then end at once, so that tests need not wait for them.</summary>
    public bool HasReducedMotion { get; init; } = true;

    public string Locale { get; init; } = "en-GB";

    public string TimeZone { get; init; } = "Europe/Berlin";

    public static Device Phone { get; } = new() { IsPhone = true };

    internal BrowserNewContextOptions ToOptions(string url) => new()
    {
        BaseURL = url,
        ViewportSize = IsPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
        DeviceScaleFactor = IsPhone ? 3 : 1,
        IsMobile = IsPhone,
        HasTouch = IsPhone,
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = HasReducedMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        Locale = Locale,
        TimezoneId = TimeZone,
        Permissions = ["microphone", "notifications", "clipboard-read", "clipboard-write"],
        // A certificate of the server's own making is known to nobody.
        IgnoreHTTPSErrors = true,
    };
}
