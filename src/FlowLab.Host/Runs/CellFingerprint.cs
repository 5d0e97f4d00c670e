using System.Security.Cryptography;
using System.Text;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Runs;

/// <summary>Identifies what a checkpoint belongs to: the cell's settings, its seeds and the plugin builds that compute it.</summary>
public static class CellFingerprint
{
    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(CellPlan cell, string settingsJson, IReadOnlyList<int> seeds)
    {
        IEnumerable<ComponentSelection?> components = [cell.Manifest.Target, .. cell.Manifest.Flow, cell.Manifest.Optimizer, cell.Manifest.Schedule];
        IEnumerable<string> plugins = components.OfType<ComponentSelection>().Select(selection => selection.Component.Plugin.Sha256).Distinct();
        string text = string.Join('\n', [settingsJson, string.Join(',', seeds), .. plugins]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
