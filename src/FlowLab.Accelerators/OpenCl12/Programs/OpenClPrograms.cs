using System.Security.Cryptography;
using System.Text;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// The programs of an accelerator. One that is in use is found again by its source; one that any process compiled before, in the cache on
/// disk. Programs live as long as kernels of them, so that nothing of an unloaded plugin stays.
/// </summary>
internal sealed class OpenClPrograms(OpenCl12Accelerator accelerator)
{
    private const string CacheKind = "opencl";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, WeakReference<OpenClProgram>> _programs = [];

    /// <exception cref="InvalidOperationException">FLK311: the device's compiler does not take the source.</exception>
    internal OpenClProgram Of(OpenClSource source)
    {
        var key = KeyOf(source);
        lock (_lock)
        {
            if (_programs.TryGetValue(key, out var reference) && reference.TryGetTarget(out var known))
                return known;
            var program = FromCache(key, source) ?? FromSource(key, source);
            _programs[key] = new(program);
            return program;
        }
    }

    /// <summary>Everything that the compiled program depends on, as a short text.</summary>
    internal string KeyOf(OpenClSource source)
    {
        var device = accelerator.Device;
        string[] parts = [device.PlatformName, device.Name, device.Version, device.DriverVersion, OpenClBuildOptions.Of(device), source.Text];
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
    }

    internal static string? PathOf(string key) => KernelCache.PathOf(CacheKind, Encoding.UTF8.GetBytes(key));

    private OpenClProgram? FromCache(string key, OpenClSource source) =>
        KernelCache.Read(CacheKind, Encoding.UTF8.GetBytes(key)) is { } binary ? OpenClProgram.OfBinary(accelerator, binary, source) : null;

    private OpenClProgram FromSource(string key, OpenClSource source)
    {
        var program = OpenClProgram.OfSource(accelerator, source);
        if (program.Binary() is { } binary)
            KernelCache.Write(CacheKind, Encoding.UTF8.GetBytes(key), binary);
        return program;
    }
}
