using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ILGPU.Backends.Cuda;

namespace ILGPU.Runtime.Cuda;

/// <summary>
/// The modules of an accelerator. One that it has loaded is found again by its source; one that any process compiled before, in the cache on
/// disk. A module stays as long as the accelerator, because kernels of it may still be queued when nobody holds them any more; it knows
/// nothing of the plugin that it comes from.
/// </summary>
internal sealed class CudaModules(CudaAccelerator accelerator)
{
    private const string CacheKind = "cuda";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, CudaModule> _modules = [];

    /// <exception cref="CudaException">FLK411: the driver's compiler does not take the source.</exception>
    internal CudaModule Of(PtxSource source)
    {
        var key = KeyOf(source);
        lock (_lock)
        {
            if (!_modules.TryGetValue(key, out var module))
                _modules[key] = module = FromCache(key) ?? FromSource(key, source);
            return module;
        }
    }

    internal void Unload()
    {
        foreach (var module in _modules.Values)
            accelerator.Api.ModuleUnload(module.Handle);
        _modules.Clear();
    }

    /// <summary>Everything that the machine code depends on, as a short text.</summary>
    internal string KeyOf(PtxSource source)
    {
        var device = accelerator.Device;
        var (major, minor) = device.ComputeCapability;
        var driver = string.Create(CultureInfo.InvariantCulture, $"{device.DriverNumber} {major}.{minor}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', driver, device.Name, source.Text))));
    }

    internal static string? PathOf(string key) => KernelCache.PathOf(CacheKind, Encoding.UTF8.GetBytes(key));

    private CudaModule? FromCache(string key)
    {
        accelerator.MakeCurrent();
        return KernelCache.Read(CacheKind, Encoding.UTF8.GetBytes(key)) is { } code ? CudaModule.OfCode(accelerator, code) : null;
    }

    private CudaModule FromSource(string key, PtxSource source)
    {
        var code = CudaModule.Compile(accelerator, source.EntryPoint, source.Text);
        var module = CudaModule.OfCode(accelerator, code)
            ?? throw CudaException.BuildFailure(accelerator.Api, CudaStatus.CUDA_ERROR_INVALID_IMAGE, source.EntryPoint, accelerator.ToString(), "");
        KernelCache.Write(CacheKind, Encoding.UTF8.GetBytes(key), code);
        return module;
    }
}
