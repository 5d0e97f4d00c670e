using System.Security.Cryptography;
using System.Text;

namespace FlowLab.Ui.Serving;

/// <summary>The random first part of every address of the page: who does not know it gets nothing.</summary>
internal sealed class PageToken
{
    private const int Bytes = 24;

    /// <summary>In the alphabet of URLs.</summary>
    public string Text { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>"/" and the token.</summary>
    public string Path => "/" + Text;

    /// <summary>Whether an address begins with it; takes the same time wherever it is wrong.</summary>
    public bool Opens(string? path)
    {
        string first = (path ?? "").Split('/', 3) is ["", var part, ..] ? part : "";
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(Text));
    }
}
