using System.Security.Cryptography;
using System.Text;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>Identifies what a checkpoint belongs to.</summary>
internal static class CellFingerprint
{
    /// <summary>64 hexadecimal digits of all that decides what the cell computes, see <see cref="CellSettingsJson"/>.</summary>
    public static string Of(string settingsJson) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settingsJson)));
}
