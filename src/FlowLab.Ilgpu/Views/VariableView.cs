namespace ILGPU;

/// <summary>A view of one element.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct VariableView<T>(ArrayView<T> baseView)
    where T : unmanaged
{
    /// <summary>The size of the element in bytes.</summary>
    public static readonly int VariableSize = Interop.SizeOf<T>();

    public ArrayView<T> BaseView { get; } = baseView;

    public bool IsValid => BaseView.IsValid;

    public ref T Value => ref BaseView[0];

    public override string ToString() => $"VariableView<{typeof(T).Name}>";
}
