using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;
using ILGPU.Tests.Cuda.Driver;

namespace ILGPU.Tests.Cuda;

/// <summary>An accelerator of the simulated driver, with a cache folder of its own. After it, the driver has got back all it gave.</summary>
internal sealed class CudaFixture : IDisposable
{
    private const string CacheVariable = "FLOWLAB_CACHE";

    private readonly string? _cacheBefore = Environment.GetEnvironmentVariable(CacheVariable);
    private readonly Context _context;

    internal CudaFixture(bool isProfiled = false, params FakeDevice[] devices)
    {
        CacheFolder = Path.Combine(Path.GetTempPath(), $"flowlab-{Guid.NewGuid():N}");
        Environment.SetEnvironmentVariable(CacheVariable, CacheFolder);
        Installation = FakeCuda.Start(devices.Length > 0 ? devices : [FakeDevice.Usual]);
        _context = Context.Create(builder =>
        {
            foreach (var found in Installation.Devices)
                builder.Add(found);
            builder.CPU(new CPUDevice(4, 1, 1));
            if (isProfiled)
                builder.Profiling();
        });
        Accelerator = _context.CreateCudaAccelerator(0);
    }

    internal string CacheFolder { get; }

    internal CudaInstallation Installation { get; }

    internal Context Context => _context;

    internal CudaAccelerator Accelerator { get; private set; }

    /// <summary>As if the process had ended and started again: only the cache on disk is left.</summary>
    internal void Restart()
    {
        Accelerator.Dispose();
        Accelerator = _context.CreateCudaAccelerator(0);
    }

    public void Dispose()
    {
        _context.Dispose();
        Environment.SetEnvironmentVariable(CacheVariable, _cacheBefore);
        if (Directory.Exists(CacheFolder))
            Directory.Delete(CacheFolder, recursive: true);
        if (FakeCuda.Leaks != 0)
            throw new InvalidOperationException($"{FakeCuda.Leaks} objects of the driver were not given back.");
    }
}
