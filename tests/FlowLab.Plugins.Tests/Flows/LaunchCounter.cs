using System.Linq.Expressions;
using System.Reflection;

namespace FlowLab.Plugins.Tests.Flows;

/// <summary>
/// Counts the launches of a flow: the kernels that it, or a part of it, has loaded are delegates in its fields, and each is replaced
/// by one that counts and then calls it.
/// </summary>
internal sealed class LaunchCounter
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private int _kernels;
    private int _launches;

    public static LaunchCounter Attach(object flow)
    {
        var counter = new LaunchCounter();
        counter.AttachTo(flow, flow.GetType().Assembly);
        Assert.That(counter._kernels, Is.EqualTo(4), "kernels of a flow: one per pass");
        return counter;
    }

    /// <summary>The launches since the last call.</summary>
    public int Take() => Interlocked.Exchange(ref _launches, 0);

    private void AttachTo(object owner, Assembly assembly)
    {
        if (!_seen.Add(owner))
            return;
        foreach (FieldInfo field in FieldsOf(owner.GetType()))
        {
            object? value = field.GetValue(owner);
            if (value is Delegate kernel && field.FieldType.Name.StartsWith("Action", StringComparison.Ordinal))
                field.SetValue(owner, Counted(kernel));
            else if (value is not null && !value.GetType().IsValueType && value.GetType().Assembly == assembly)
                AttachTo(value, assembly);
        }
    }

    /// <summary>The fields of a type and of those that it derives from.</summary>
    private static IEnumerable<FieldInfo> FieldsOf(Type type) => type.GetFields(Fields).Concat(type.BaseType is { } parent ? FieldsOf(parent) : []);

    private Delegate Counted(Delegate kernel)
    {
        _kernels++;
        ParameterExpression[] parameters =
            [.. kernel.GetType().GetMethod("Invoke")!.GetParameters().Select(p => Expression.Parameter(p.ParameterType))];
        Expression body = Expression.Block(
            Expression.Call(Expression.Constant(this), nameof(Count), null),
            Expression.Invoke(Expression.Constant(kernel), parameters));
        return Expression.Lambda(kernel.GetType(), body, parameters).Compile();
    }

    private void Count() => _launches++;
}
