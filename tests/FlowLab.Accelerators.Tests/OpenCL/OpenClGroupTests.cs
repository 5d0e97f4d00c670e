using FlowLab.Accelerators.Tests.Groups;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>Atomics on an OpenCL device.</summary>
public class OpenClAtomicTests : AtomicTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => GroupRuns.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        GroupRuns.Device = null;
        _fixture?.Dispose();
    }
}

/// <summary>Arrays of threads on an OpenCL device.</summary>
public class OpenClLocalMemoryTests : LocalMemoryTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => GroupRuns.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        GroupRuns.Device = null;
        _fixture?.Dispose();
    }
}

/// <summary>Places in grid, group and warp on an OpenCL device.</summary>
public class OpenClPlaceTests : PlaceTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => GroupRuns.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        GroupRuns.Device = null;
        _fixture?.Dispose();
    }
}

/// <summary>Shared memory and barriers on an OpenCL device.</summary>
public class OpenClSharedMemoryTests : SharedMemoryTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => GroupRuns.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        GroupRuns.Device = null;
        _fixture?.Dispose();
    }
}

/// <summary>Warps on an OpenCL device.</summary>
public class OpenClShuffleTests : ShuffleTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => GroupRuns.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        GroupRuns.Device = null;
        _fixture?.Dispose();
    }
}

/// <summary>Scans and reductions of warps and groups on an OpenCL device.</summary>
public class OpenClScanReduceTests : ScanReduceTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => GroupRuns.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        GroupRuns.Device = null;
        _fixture?.Dispose();
    }
}
