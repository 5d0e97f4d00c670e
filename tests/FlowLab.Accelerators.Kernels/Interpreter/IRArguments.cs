using System.Reflection;
using FlowLab.Accelerators.Frontend;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>Takes the scalars of a kernel out of boxed C# arguments.</summary>
internal static class IRArguments
{
    private static readonly MethodInfo AddressOfView = typeof(IRArguments).GetMethod(nameof(AddressOf), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo LengthOfView = typeof(IRArguments).GetMethod(nameof(LengthOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    internal static long Extract(IRParameter parameter, object argument)
    {
        foreach (var field in parameter.Path)
            argument = field.GetValue(argument)!;
        return parameter.Kind switch
        {
            IRParameterKind.ViewPointer => OfView(AddressOfView, argument),
            IRParameterKind.ViewLength => OfView(LengthOfView, argument),
            _ => ConstantBits.Of(argument),
        };
    }

    private static long OfView(MethodInfo method, object view) =>
        (long)method.MakeGenericMethod(view.GetType().GetGenericArguments()).Invoke(null, [view])!;

    private static long AddressOf<T>(ArrayView<T> view)
        where T : unmanaged =>
        view.IsValid ? (long)view.LoadEffectiveAddressAsPtr() : 0;

    private static long LengthOf<T>(ArrayView<T> view)
        where T : unmanaged =>
        view.Length;
}
