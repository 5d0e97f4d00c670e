using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace FlowLab.Host.Runs;

/// <summary>The machine and the versions that a run's numbers come from.</summary>
public static class RunEnvironment
{
    private const string CpuInformation = "/proc/cpuinfo";
    private const double BytesPerGibibyte = 1024.0 * 1024 * 1024;

    /// <summary>The version of FlowLab, without its commit.</summary>
    public static string FlowLabVersion => Version().Version;

    /// <summary>Names and values in the order in which a report shows them.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Describe(
        string device, int threads, string commandLine, DateTimeOffset startUtc, IEnumerable<PluginIdentity> plugins, string deviceKind = "")
    {
        List<KeyValuePair<string, string>> entries = [.. Machine()];
        entries.Add(new("Device", device));
        if (deviceKind.Length > 0)
            entries.Add(new(RunIdentity.DeviceKind, deviceKind));
        entries.Add(new("Threads", Number(threads)));
        entries.Add(new("Command", commandLine));
        entries.Add(new("Started", startUtc.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)));
        entries.AddRange(plugins.Select(plugin =>
            new KeyValuePair<string, string>($"Plugin {plugin.Name}", $"{plugin.Version}, SHA-256 {plugin.Sha256}")));
        return entries;
    }

    private static IEnumerable<KeyValuePair<string, string>> Machine()
    {
        (string version, string? commit) = Version();
        yield return new("FlowLab", version);
        if (commit is not null)
            yield return new("Commit", commit);
        yield return new(".NET", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
        yield return new("Operating system", RuntimeInformation.OSDescription);
        yield return new("CPU", CpuModel());
        yield return new("Cores", Number(Environment.ProcessorCount));
        yield return new("Memory", MemoryText(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes));
    }

    /// <summary>The build writes "version+commit" where it knows the commit.</summary>
    private static (string Version, string? Commit) Version()
    {
        Assembly assembly = typeof(RunEnvironment).Assembly;
        string text = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            ?? assembly.GetName().Version?.ToString() ?? "unknown";
        int plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? (text, null) : (text[..plus], text[(plus + 1)..]);
    }

    private static string CpuModel()
    {
        if (!File.Exists(CpuInformation))
            return Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
        string? line = File.ReadLines(CpuInformation).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal));
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string MemoryText(long bytes) => (bytes / BytesPerGibibyte).ToString("0.0", CultureInfo.InvariantCulture) + " GiB";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
