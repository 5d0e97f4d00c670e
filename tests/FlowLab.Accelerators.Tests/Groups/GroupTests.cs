using FlowLab.Accelerators.Tests.OpenCL;

namespace FlowLab.Accelerators.Tests.Groups;

/// <summary>Kernels that know their group: the same tests for every device.</summary>
[TestFixture(GroupDevice.Simd)]
[TestFixture(GroupDevice.OpenCl)]
public abstract class GroupTests(GroupDevice device)
{
    private OpenClFixture? _fixture;

    private protected GroupRuns Runs { get; private set; } = null!;

    [OneTimeSetUp]
    public void OpenDevice()
    {
        if (device == GroupDevice.OpenCl)
            GroupRuns.Device = (_fixture = OpenClFixture.Open()).Accelerator;
    }

    [OneTimeTearDown]
    public void CloseDevice()
    {
        GroupRuns.Device = null;
        _fixture?.Dispose();
    }

    [SetUp]
    public void SetUp() => Runs = new();

    [TearDown]
    public void TearDown() => Runs.Dispose();
}
