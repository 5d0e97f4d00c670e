using System.Reflection;
using System.Runtime.CompilerServices;
using FlowLab.Accelerators.Frontend;

namespace FlowLab.Accelerators.Tests.Kernels;

/// <summary>The buffers of one launch on one accelerator, made for the parameters of a kernel.</summary>
internal sealed class KernelBuffers(Accelerator accelerator) : IDisposable
{
    private const int General = 3;

    // Planes are longer and wider than any launch over them, and their lines are longer than what they hold.
    private static readonly LongIndex2D Plane = new(24, 16);
    private const int Pitch = 30;

    private static readonly LongIndex3D Space = new(24, 8, 4);

    private static readonly Dictionary<(Type View, Type? Stride), MethodInfo> Makers = new()
    {
        [(typeof(ArrayView<>), null)] = Maker(nameof(NewView)),
        [(typeof(ArrayView1D<,>), typeof(Stride1D.Dense))] = Maker(nameof(NewDense)),
        [(typeof(ArrayView1D<,>), typeof(Stride1D.General))] = Maker(nameof(NewGeneral)),
        [(typeof(ArrayView2D<,>), typeof(Stride2D.DenseX))] = Maker(nameof(NewPlaneDenseX)),
        [(typeof(ArrayView2D<,>), typeof(Stride2D.DenseY))] = Maker(nameof(NewPlaneDenseY)),
        [(typeof(ArrayView2D<,>), typeof(Stride2D.General))] = Maker(nameof(NewPlaneGeneral)),
        [(typeof(ArrayView3D<,>), typeof(Stride3D.DenseXY))] = Maker(nameof(NewSpaceDenseXY)),
        [(typeof(ArrayView3D<,>), typeof(Stride3D.DenseZY))] = Maker(nameof(NewSpaceDenseZY)),
        [(typeof(ArrayView3D<,>), typeof(Stride3D.General))] = Maker(nameof(NewSpaceGeneral)),
    };

    private readonly List<MemoryBuffer> _buffers = [];
    private readonly List<Func<KernelOutput>> _readers = [];

    /// <summary>Arguments for all parameters that are arguments of the launch.</summary>
    internal object[] ArgumentsOf(KernelEntry entry) =>
        [.. entry.Method.GetParameters().Skip(entry.FirstArgument).Select(parameter => ArgumentOf(parameter.ParameterType, parameter.Name!))];

    /// <summary>The contents of all buffers.</summary>
    internal IReadOnlyList<KernelOutput> Read()
    {
        accelerator.Synchronize();
        return [.. _readers.Select(read => read())];
    }

    public void Dispose()
    {
        foreach (var buffer in _buffers)
            buffer.Dispose();
    }

    private object ArgumentOf(Type type, string name)
    {
        if (type.IsPrimitive || type.IsEnum)
            return KernelData.ScalarOf(type, name);
        return MakerOf(type) is { } maker ? maker.Invoke(this, [name])! : StructOf(type);
    }

    private static MethodInfo? MakerOf(Type type) => type.IsGenericType && type.GetGenericArguments() is [var element, ..] arguments
        && Makers.TryGetValue((type.GetGenericTypeDefinition(), arguments.Length > 1 ? arguments[1] : null), out var maker)
            ? maker.MakeGenericMethod(element)
            : null;

    private static MethodInfo Maker(string name) => typeof(KernelBuffers).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>A struct of views and numbers, each by the name of its field.</summary>
    private object StructOf(Type type)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            field.SetValue(value, ArgumentOf(field.FieldType, NameOf(field)));
        return value;
    }

    private static string NameOf(FieldInfo field) => field.Name.TrimStart('_').ToLowerInvariant();

    private ArrayView<T> NewView<T>(string name)
        where T : unmanaged
    {
        var data = KernelData.Of<T>(name);
        var buffer = accelerator.AllocateRaw(data.Length * Unsafe.SizeOf<T>(), 1);
        _buffers.Add(buffer);
        var view = buffer.AsRawArrayView().Cast<T>();
        view.CopyFromCPU(data);
        _readers.Add(() => new KernelOutput<T>(name, view.GetAsArray()));
        return view;
    }

    private ArrayView1D<T, Stride1D.Dense> NewDense<T>(string name)
        where T : unmanaged =>
        NewView<T>(name);

    /// <summary>Every third element.</summary>
    private ArrayView1D<T, Stride1D.General> NewGeneral<T>(string name)
        where T : unmanaged =>
        new(NewView<T>(name), KernelData.Length / General, new Stride1D.General(General));

    private ArrayView2D<T, Stride2D.DenseX> NewPlaneDenseX<T>(string name)
        where T : unmanaged =>
        new(NewView<T>(name), Plane, new Stride2D.DenseX(Pitch));

    private ArrayView2D<T, Stride2D.DenseY> NewPlaneDenseY<T>(string name)
        where T : unmanaged =>
        new(NewView<T>(name), Plane, new Stride2D.DenseY(Pitch));

    private ArrayView2D<T, Stride2D.General> NewPlaneGeneral<T>(string name)
        where T : unmanaged =>
        new(NewView<T>(name), Plane, new Stride2D.General(new Index2D(2, 2 * Pitch)));

    private ArrayView3D<T, Stride3D.DenseXY> NewSpaceDenseXY<T>(string name)
        where T : unmanaged =>
        new(NewView<T>(name), Space, new Stride3D.DenseXY(Pitch, 9 * Pitch));

    private ArrayView3D<T, Stride3D.DenseZY> NewSpaceDenseZY<T>(string name)
        where T : unmanaged =>
        new(NewView<T>(name), Space, new Stride3D.DenseZY(50, 5));

    private ArrayView3D<T, Stride3D.General> NewSpaceGeneral<T>(string name)
        where T : unmanaged =>
        new(NewView<T>(name), Space, new Stride3D.General(new Index3D(2, 2 * Pitch, 500)));
}
