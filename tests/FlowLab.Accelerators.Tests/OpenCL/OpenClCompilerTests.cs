using FlowLab.Accelerators.Tests.Compiler;

namespace FlowLab.Accelerators.Tests.OpenCL;

/// <summary>The compiler's operators on an OpenCL device.</summary>
public class OpenClOperatorTests : OperatorTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => Compiler.Differential.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        Compiler.Differential.Device = null;
        _fixture?.Dispose();
    }
}

/// <summary>The compiler's control flow on an OpenCL device.</summary>
public class OpenClControlFlowTests : ControlFlowTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => Compiler.Differential.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        Compiler.Differential.Device = null;
        _fixture?.Dispose();
    }
}

/// <summary>The compiler's addressing on an OpenCL device.</summary>
public class OpenClAddressingTests : AddressingTests
{
    private OpenClFixture? _fixture;

    [OneTimeSetUp]
    public void Open() => Compiler.Differential.Device = (_fixture = OpenClFixture.Open()).Accelerator;

    [OneTimeTearDown]
    public void Close()
    {
        Compiler.Differential.Device = null;
        _fixture?.Dispose();
    }
}
