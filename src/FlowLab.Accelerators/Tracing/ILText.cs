using System.Reflection;
using System.Reflection.Emit;

namespace FlowLab.Accelerators.Tracing;

/// <summary>
/// Emitted IL as statements that a C# programmer reads: what instructions leave on the evaluation stack becomes expressions of those that
/// take it.
/// </summary>
/// <param name="arguments">The names of the method's parameters; those that end with an ampersand are passed by reference.</param>
internal sealed partial class ILText(params string[] arguments)
{
    private readonly List<ILLine> _lines = [];
    private readonly Stack<ILExpression> _stack = new();
    private readonly HashSet<int> _declared = [];
    private readonly List<Label> _labels = [];
    private int _temporaries;

    /// <summary>The statements, one per line.</summary>
    public override string ToString() => string.Concat(ILLines.Straighten(_lines).Select(line => $"{line}\n"));

    internal void Add(OpCode code, object? operand)
    {
        if (Handlers.TryGetValue(code.Value, out var handler))
            handler(this, operand);
        else
            throw new NotSupportedException($"The listing has no text for the instruction {code.Name}.");
    }

    internal void Mark(Label label)
    {
        Settle();
        _lines.Add(new("", Label: NameOf(label)));
    }

    private string NameOf(Label label)
    {
        if (!_labels.Contains(label))
            _labels.Add(label);
        return $"L{_labels.IndexOf(label)}";
    }

    private ILExpression Pop() => _stack.TryPop(out var expression) ? expression : throw new InvalidOperationException("The listing lost track of the stack.");

    private void Push(string text, bool isAtom = true, bool isStable = true) => _stack.Push(new(text, isAtom, IsPlace: false, isStable));

    private void PushPlace(string text) => _stack.Push(new(text, IsAtom: true, IsPlace: true));

    /// <summary>Ends a statement; what waits on the stack and could change by it gets a name first.</summary>
    private void Statement(string text, string? changed = null)
    {
        Settle(changed);
        _lines.Add(new(text));
    }

    private void Settle(string? changed = null)
    {
        if (_stack.All(expression => IsSafe(expression, changed)))
            return;
        var waiting = _stack.Reverse().ToArray();
        _stack.Clear();
        foreach (var expression in waiting)
            _stack.Push(IsSafe(expression, changed) ? expression : Named(expression));
    }

    private static bool IsSafe(ILExpression expression, string? changed) =>
        expression.IsStable && (changed is null || !Mentions(expression.Text, changed));

    private static bool Mentions(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var isStart = at == 0 || !char.IsLetterOrDigit(text[at - 1]);
            var isEnd = at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length]);
            if (isStart && isEnd)
                return true;
        }

        return false;
    }

    private ILExpression Named(ILExpression expression)
    {
        var name = $"t{_temporaries++}";
        _lines.Add(new($"var {name} = {expression.Argument}"));
        return new(name);
    }

    private void StoreLocal(LocalBuilder local)
    {
        var name = NameOf(local);
        var stored = Pop();
        var type = _declared.Add(local.LocalIndex) ? $"{TypeNames.Of(local.LocalType)} " : "";
        if (TryUnname(stored.Text, out var value))
        {
            Statement($"{type}{name} = {value}", name);
            Rename(stored.Text, name);
        }
        else
        {
            Statement($"{type}{name} = {stored.Argument}", name);
        }
    }

    /// <summary>Takes back the name that a value got in the line above, so that its copies go by the variable it is stored to.</summary>
    private bool TryUnname(string name, out string value)
    {
        var naming = $"var {name} = ";
        var isNamed = _lines.Count > 0
            && _lines[^1].Text.StartsWith(naming, StringComparison.Ordinal)
            && _stack.All(expression => expression.Text == name || !Mentions(expression.Text, name));
        value = isNamed ? _lines[^1].Text[naming.Length..] : name;
        if (isNamed)
            _lines.RemoveAt(_lines.Count - 1);
        return isNamed;
    }

    private void Rename(string from, string to)
    {
        var waiting = _stack.Reverse().Select(expression => expression.Text == from ? new(to) : expression).ToArray();
        _stack.Clear();
        foreach (var expression in waiting)
            _stack.Push(expression);
    }

    private void Call(MethodBase method)
    {
        var parameters = method.GetParameters();
        var values = new ILExpression[parameters.Length];
        for (var i = parameters.Length - 1; i >= 0; i--)
            values[i] = Pop();
        var target = method.IsStatic || method is ConstructorInfo ? TypeNames.Of(method.DeclaringType!) : Pop().Operand;
        var (text, isAtom) = VectorOperators.MethodOf(method) is { } name
            ? ($"{TypeNames.Of(method.DeclaringType!).Split('<')[0]}.{name}({string.Join(", ", values.Select(value => value.Argument))})", true)
            : TypeNames.Invocation(method, target, values);
        if (method is MethodInfo { ReturnType: var result } && result == typeof(void))
            Statement(text);
        else
            _stack.Push(new(text, isAtom, IsPlace: false, IsPure(method) && values.All(value => value.IsStable), IsTrueOrFalse(method)));
    }

    /// <summary>Vector arithmetic, but not the loads among it.</summary>
    private static bool IsPure(MethodBase method) =>
        method.DeclaringType!.Namespace == "System.Runtime.Intrinsics" && !method.Name.StartsWith("Load", StringComparison.Ordinal);

    private static bool IsTrueOrFalse(MethodBase method) => method is MethodInfo { ReturnType: var result } && result == typeof(bool);

    private static string NameOf(LocalBuilder local) => $"v{local.LocalIndex}";

    private string ArgumentName(int index) => arguments[index].TrimEnd('&');
}
