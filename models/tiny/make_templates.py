"""Makes the golden file of chat templates: small templates in the ways in which known models write theirs, and what Jinja makes of them.

  python models/tiny/make_templates.py [FILE]      default: tests/org.scholion.inference.onnx.tests/models/templates.json

Needs jinja2 3.1. The environment is the one of transformers.utils.chat_template_utils.
"""

import datetime
import json
import sys
from pathlib import Path

import jinja2
from jinja2.ext import Extension, loopcontrols
from jinja2.sandbox import ImmutableSandboxedEnvironment

DAY = datetime.datetime(2026, 3, 5)
SYSTEM = {"role": "system", "content": "  Be \"short\".\n"}
USER = {"role": "user", "content": "What is α <b>?  "}
ANSWER = {"role": "assistant", "content": "<think>\nhm, so\n</think>\n\nA letter."}
AGAIN = {"role": "user", "content": "And 𝒳?"}
CONVERSATIONS = {"one": [USER], "system": [SYSTEM, USER], "long": [SYSTEM, USER, ANSWER, AGAIN], "wrong": [ANSWER, USER]}

TEMPLATES = {
    "chatml": "{% for message in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\nYou help<|im_end|>\n' }}{% endif %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}",
    "headers": """{{- bos_token }}
{%- if custom_tools is defined %}
    {%- set tools = custom_tools %}
{%- endif %}
{%- if not date_string is defined %}
    {%- if strftime_now is defined %}
        {%- set date_string = strftime_now("%d %b %Y") %}
    {%- else %}
        {%- set date_string = "1 Jan 2024" %}
    {%- endif %}
{%- endif %}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}

{#- The system message goes to its own place. #}
{%- if messages[0]['role'] == 'system' %}
    {%- set system_message = messages[0]['content']|trim %}
    {%- set messages = messages[1:] %}
{%- else %}
    {%- set system_message = "" %}
{%- endif %}
{{- "<|start|>system<|end|>\\n\\n" }}
{%- if tools is not none %}
    {{- "Environment: tools\\n" }}
{%- endif %}
{{- "Today: " + date_string + "\\n\\n" }}
{{- system_message }}
{{- "<|eot|>" }}
{%- for message in messages %}
    {%- if not (message.role == 'tool' or 'tool_calls' in message) %}
        {{- '<|start|>' + message['role'] + '<|end|>\\n\\n' + message['content'] | trim + '<|eot|>' }}
    {%- elif 'tool_calls' in message %}
        {%- if not message.tool_calls|length == 1 %}
            {{- raise_exception("one call at a time") }}
        {%- endif %}
        {{- message.tool_calls[0].function | tojson }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|start|>assistant<|end|>\\n\\n' }}
{%- endif %}
""",
    "thinking": """{%- if tools %}
    {{- '<|im_start|>system\\n' }}
    {%- for tool in tools %}
        {{- tool | tojson }}
    {%- endfor %}
{%- else %}
    {%- if messages[0].role == 'system' %}
        {{- '<|im_start|>system\\n' + messages[0].content + '<|im_end|>\\n' }}
    {%- endif %}
{%- endif %}
{%- set ns = namespace(searching=true, last=messages|length - 1) %}
{%- for message in messages[::-1] %}
    {%- set index = (messages|length - 1) - loop.index0 %}
    {%- if ns.searching and message.role == "user" and message.content is string and not(message.content.startswith('<tool>') and message.content.endswith('</tool>')) %}
        {%- set ns.searching = false %}
        {%- set ns.last = index %}
    {%- endif %}
{%- endfor %}
{%- for message in messages %}
    {%- set content = message.content if message.content is string else '' %}
    {%- if (message.role == "user") or (message.role == "system" and not loop.first) %}
        {{- '<|im_start|>' + message.role + '\\n' + content + '<|im_end|>' + '\\n' }}
    {%- elif message.role == "assistant" %}
        {%- set reasoning = '' %}
        {%- if '</think>' in content %}
            {%- set reasoning = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
            {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
        {%- endif %}
        {%- if loop.index0 > ns.last %}
            {{- '<|im_start|>' + message.role + '\\n<think>\\n' + reasoning.strip('\\n') + '\\n</think>\\n\\n' + content }}
        {%- else %}
            {{- '<|im_start|>' + message.role + '\\n' + content }}
        {%- endif %}
        {{- '<|im_end|>\\n' }}
    {%- endif %}
{%- endfor %}
{%- if add_generation_prompt %}
    {{- '<|im_start|>assistant\\n' }}
    {%- if enable_thinking is defined and enable_thinking is false %}
        {{- '<think>\\n\\n</think>\\n\\n' }}
    {%- endif %}
{%- endif %}""",
    "instructions": """{%- if messages[0]["role"] == "system" %}
    {%- set system_message = messages[0]["content"] %}
    {%- set loop_messages = messages[1:] %}
{%- else %}
    {%- set loop_messages = messages %}
{%- endif %}
{%- if not tools is defined %}
    {%- set tools = none %}
{%- endif %}
{%- set user_messages = loop_messages | selectattr("role", "equalto", "user") | list %}
{#- Turns must alternate. #}
{%- set ns = namespace() %}
{%- set ns.index = 0 %}
{%- for message in loop_messages %}
    {%- if (message["role"] == "user") != (ns.index % 2 == 0) %}
        {{- raise_exception("roles must alternate user/assistant") }}
    {%- endif %}
    {%- set ns.index = ns.index + 1 %}
{%- endfor %}
{{- bos_token }}
{%- for message in loop_messages %}
    {%- if message["role"] == "user" %}
        {%- if loop.last and system_message is defined %}
            {{- "[INST] " + system_message + "\\n\\n" + message["content"] + "[/INST]" }}
        {%- else %}
            {{- "[INST] " + message["content"] + "[/INST]" }}
        {%- endif %}
    {%- elif message["role"] == "assistant" %}
        {{- " " + message["content"]|trim + eos_token}}
    {%- endif %}
{%- endfor %}
{{- user_messages | length }}
""",
    "turns": "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('no turns') }}{% endif %}{% if (message['role'] == 'assistant') %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}{{ '<start_of_turn>' + role + '\n' + message['content'] | trim + '<end_of_turn>\n' }}{% endfor %}{% if add_generation_prompt %}{{'<start_of_turn>model\n'}}{% endif %}",
    "blocks": """  {% for message in messages %}
  {# nothing #}
<|{{ message.role }}|>
{{ message.content }}{{ eos_token }}
  {%+ if loop.last %}
last
  {% endif %}
  {% else %}
none
{% endfor %}
end
""",
    "macros": "{% macro show(m, mark='*', n=1) %}{{ mark * n }}{{ m.role|upper }}: {{ m.content|trim|replace('α', 'a') }}{% endmacro %}{% for m in messages if m.role != 'system' %}{{ show(m) }}{{ show(m, n=2, mark='-') }}{% if loop.index == 2 %}{% break %}{% endif %}{% endfor %}{% for m in messages %}{% if loop.first %}{% continue %}{% endif %}{{ loop.revindex }}{% endfor %}",
    "values": "{{ messages[0] | tojson }}|{{ {'a': [1, 2.5, true, none], 'b': {}} | tojson(indent=2) }}|{{ [1, 'b', None] }}|{{ 7 // 2 }} {{ 7 % 3 }} {{ 7 / 2 }} {{ -3 + 1 }} {{ 2 * 3 }}|{{ 'a' ~ 1 ~ true }}|{{ '%s-%d%%' % ('x', 3) }}|{{ 'x' if false }}|{{ messages[-1]['role'] }}|{{ 'abcdef'[1:-1] }}{{ 'abc'[::-1] }}|{{ 'a,b,c'.split(',', 1) }}|{{ ' a  b '.split() }}|{{ (1, 2) | list | length }}|{{ 1 < 2 < 3 }} {{ 'a' in ['a'] }} {{ 2 not in [1] }} {{ not 1 is none }}",
    "lists": "{{ messages | map(attribute='role') | join(', ') }}|{{ range(1, 7, 2) | list }}|{{ ['b', 'a', 'b'] | unique | sort | join }}|{{ messages | rejectattr('role', 'in', ['user']) | list | length }}|{% for k, v in messages[0].items() %}{{ k }}={{ v }};{% endfor %}|{{ messages[0].get('name', 'none given') }}|{{ ['x'] + ['y'] }}|{{ (messages | first).role }}{{ (messages | last).role }}|{{ missing | default('d') }}{{ '' | default('e', true) }}|{% set a, b = 1, 2 %}{{ a + b }}|{% set t %}in {{ a }}{% endset %}{{ t | length }}|{{ 'one two'.title() }} {{ 'ABC'.lower() }} {{ 'x\ny' | indent(2) }}",
    "odd": "{% generation %}{{ 'a' 'b' }}{% endgeneration %}{% raw %}{{ raw }}{% endraw %}{% set x = 1 %}{% if true %}{% set x = 2 %}{% endif %}{% for i in [1] %}{% set x = 3 %}{% endfor %}{{ x }}{{ messages is iterable and messages is not mapping }}{{ messages[0].content is string }}{{ 4 is divisibleby 2 }}{{ 'a' is in 'abc' }}{{ namespace(a=1).a }}{{ [] or 'empty' }}{{ 'y' if messages[0].name is not defined else 'n' }}",
}


class Generation(Extension):
    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_same"), [], [], body).set_lineno(line)

    def _same(self, caller):
        return caller()


def refuse(message):
    raise jinja2.exceptions.TemplateError(message)


def main():
    environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, loopcontrols])
    environment.filters["tojson"] = lambda x, indent=None: json.dumps(x, ensure_ascii=False, indent=indent)
    environment.globals["raise_exception"] = refuse
    environment.globals["strftime_now"] = DAY.strftime
    golden = []
    for name, template in TEMPLATES.items():
        compiled = environment.from_string(template)
        for title, messages in CONVERSATIONS.items():
            entry = {"name": f"{name}, {title}", "template": template, "messages": messages}
            try:
                entry["text"] = compiled.render(
                    messages=messages, bos_token="<s>", eos_token="</s>", add_generation_prompt=True
                )
            except jinja2.exceptions.TemplateError as refused:
                entry["refused"] = str(refused)
            golden.append(entry)
    file = Path(sys.argv[1] if len(sys.argv) > 1 else "tests/org.scholion.inference.onnx.tests/models/templates.json")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
