using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.Launches;
using FlowLab.Engine.LinearAlgebra.Calls;

namespace FlowLab.Host.Profiles;

/// <summary>Notes the work of one step after the other. Launches within a product are part of the product.</summary>
internal sealed class StepRecorder : ILaunchObserver, IProductObserver
{
    private readonly Dictionary<MethodInfo, string> _names = [];
    private List<ProfiledWork> _work = [];
    private bool _isInProduct;

    /// <summary>The work since the last call.</summary>
    public IReadOnlyList<ProfiledWork> Take()
    {
        List<ProfiledWork> taken = _work;
        _work = new List<ProfiledWork>(taken.Count);
        return taken;
    }

    public void Launched(KernelEntry kernel, long bytes, long start, long end)
    {
        if (!_isInProduct)
            _work.Add(new ProfiledWork(NameOf(kernel.Method), start, end, bytes, 0));
    }

    public void Begin() => _isInProduct = true;

    public void Multiplied(ProductWork product, long start, long end)
    {
        _isInProduct = false;
        _work.Add(new ProfiledWork(product.Name, start, end, product.Bytes, product.Operations));
    }

    public void Packed(long elements, long start, long end) => _work.Add(new ProfiledWork("packing of factors", start, end, 2.0 * sizeof(float) * elements, 0));

    /// <summary>"UnitKernels.Forward&lt;MaxoutUnits&gt;".</summary>
    private string NameOf(MethodInfo method)
    {
        if (_names.TryGetValue(method, out string? name))
            return name;
        string arguments = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name.Split('`')[0]))}>" : "";
        return _names[method] = $"{method.DeclaringType?.Name.Split('`')[0]}.{method.Name}{arguments}";
    }
}
